// The programs that read our PDFs, signatures and QR codes back, what confines PDF processes, and PostgreSQL. Installed
// where that is possible. Without one of the first the tests fail and say so; without the others they say so and go on.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

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

/** Confines the processes that read foreign PDFs. Some machines do not let it. */
const confiner = { bwrap: 'bubblewrap' };

const missing = (from) => Object.keys(from).filter((program) => spawnSync('which', [program]).status !== 0);

function install(packages) {
  process.stdout.write(`Installing ${packages.join(', ')}.\n`);
  const run = (args) => spawnSync('apt-get', args, { stdio: 'inherit' });
  run(['update', '-qq']);
  run(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** Makes sure that the PDF programs are there. @throws when they are not and cannot be installed */
export function needPrograms() {
  const all = { ...programs, ...confiner };
  if (missing(all).length === 0) return;
  const packages = [...new Set(missing(all).map((program) => all[program]))];
  install(packages);
  if (missing(programs).length > 0)
    throw new Error(`Install ${packages.join(' and ')}: ${missing(programs).join(', ')} missing.`);
  if (missing(confiner).length > 0)
    process.stderr.write('\n*** NO BUBBLEWRAP: what it confines is NOT TESTED ***\n\n');
}

const hasPostgres = () => existsSync('/usr/lib/postgresql');

/** Installs PostgreSQL where that is possible; else says loudly what is not tested, and goes on. */
export function wantPostgres() {
  if (!hasPostgres()) install(['postgresql']);
  if (hasPostgres()) return;
  process.stderr.write(
    '\n*** NO POSTGRESQL, and none could be installed: FAULTS ARE NOT TESTED, data tests run on PGlite alone. ***\n\n',
  );
}
