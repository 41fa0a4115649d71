# The service as an image, with the code and its build in it. It runs as a user who may write nothing but the volume.
#   docker build -t court .
#   docker run --init --read-only --tmpfs /tmp -v court:/var/lib/court -p 3000:3000 -e HOST=0.0.0.0 court
# docs/operations/compose.yaml has it with PostgreSQL, S3, and what lets bubblewrap make namespaces.

FROM node:20.20-bookworm-slim AS build
WORKDIR /srv/court
COPY package.json package-lock.json ./
COPY patches patches
RUN npm ci --omit=dev --no-audit --no-fund
COPY next.config.ts postcss.config.mjs tsconfig.json proxy.ts instrumentation.ts ./
COPY public public
COPY drizzle drizzle
COPY lib lib
COPY app app
RUN npm run build
# Of builds only, or read by nobody at run time.
RUN rm -rf .next .builds/forms-key

FROM node:20.20-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends bubblewrap ca-certificates && rm -rf /var/lib/apt/lists/*
RUN useradd --system --user-group --no-create-home --home-dir /var/lib/court --shell /usr/sbin/nologin court
RUN install -d -m 0700 -o court -g court /var/lib/court
COPY --from=build /srv/court /srv/court
WORKDIR /srv/court
ENV NODE_ENV=production DATA_DIR=/var/lib/court NEXT_TELEMETRY_DISABLED=1
USER court
VOLUME /var/lib/court
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/api/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "lib/serve.mjs"]
