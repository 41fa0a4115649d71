import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A court's clock that stands still until the test moves it: the speed of the machine then decides nothing. */
export class StandingClock {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'court-clock-'));
  private readonly file = path.join(this.folder, 'now');
  /** What COURT_CLOCK is set to. */
  readonly setting = pathToFileURL(this.file).href;

  /** @param instant in ISO 8601; before a court starts by the clock it must stand somewhere */
  moveTo(instant: string): void {
    // Renamed into place: a server that reads meanwhile sees one instant or the other.
    writeFileSync(`${this.file}.next`, instant);
    renameSync(`${this.file}.next`, this.file);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
