import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'postgresql', schema: './lib/data/db/schema/*.ts', out: './drizzle' });
