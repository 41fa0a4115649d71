import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { log } from '@/lib/log';
import { scrubbed } from '@/lib/services/telemetry/scrubbed-span';

/** Sends spans without what must not leave, and logs once that they do not arrive, and once that they do again. */
export class ToldExporter implements SpanExporter {
  private isFailing = false;

  constructor(private readonly exporter: SpanExporter) {}

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.exporter.export(spans.map(scrubbed), (result) => {
      this.note(result.code === ExportResultCode.FAILED);
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }

  async forceFlush(): Promise<void> {
    await this.exporter.forceFlush?.();
  }

  private note(isFailing: boolean): void {
    if (isFailing && !this.isFailing)
      log.warn('traces do not reach OTEL_EXPORTER_OTLP_ENDPOINT: they are lost');
    if (!isFailing && this.isFailing) log.info('traces arrive again');
    this.isFailing = isFailing;
  }
}
