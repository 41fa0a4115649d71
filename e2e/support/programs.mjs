// The programs that read our PDFs, signatures and QR codes back. Installed where that is possible, else a failure that says so.
import { spawnSync } from 'node:child_process';

const programs = {
  qpdf: 'qpdf',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdfsig: 'poppler-utils',
  openssl: 'openssl',
  certutil: 'libnss3-tools',
  zbarimg: 'zbar-tools',
  gs: 'ghostscript',
  mutool: 'mupdf-tools',
};

const missing = () => Object.keys(programs).filter((program) => spawnSync('which', [program]).status !== 0);

/** Makes sure that the PDF programs are there. @throws when they are not and cannot be installed */
export function needPrograms() {
  if (missing().length === 0) return;
  const packages = [...new Set(missing().map((program) => programs[program]))];
  process.stdout.write(`Installing ${packages.join(', ')}.\n`);
  const run = (args) => spawnSync('apt-get', args, { stdio: 'inherit' });
  run(['update', '-qq']);
  run(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  if (missing().length > 0)
    throw new Error(`Install ${packages.join(' and ')}: ${missing().join(', ')} missing.`);
}
