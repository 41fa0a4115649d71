import { hasHiddenMembership } from '@/lib/pdf/read/memberships';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { type Dict, Ref, type Value } from '@/lib/pdf/syntax/objects';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';

/** The kinds of use that show a layer on screen, on paper and in a copy, with the entry that says how. */
const states: Record<string, string> = { View: 'ViewState', Print: 'PrintState', Export: 'ExportState' };

/**
 * Refuses a file whose layers do not show everyone the same pages: one that is off from the beginning, or whose state
 * follows from printing, exporting, magnifying, the language or the reader; also one with content that hides while its
 * layers are on. ISO 32000-2, 8.11.
 * @throws PdfRefused 'changing-layers'
 */
export function refuseChangingLayers(pdf: PdfFile): void {
  const properties = pdf.dict(pdf.catalog?.get('OCProperties'));
  if (!properties) return;
  const layers = pdf.array(properties.get('OCGs')) ?? [];
  const main = pdf.dict(properties.get('D'));
  const others = (pdf.array(properties.get('Configs')) ?? []).map((config) => pdf.dict(config));
  if (hasHiddenMembership(pdf)) throw new PdfRefused('changing-layers');
  if (!main || layers.length === 0) return;
  const configurations = [main, ...others.filter((config) => config !== undefined)];
  if (configurations.some((config) => hides(pdf, config, layers) || changes(pdf, config)))
    throw new PdfRefused('changing-layers');
}

/** Whether a layer is off from the beginning. */
function hides(pdf: PdfFile, config: Dict, layers: Value[]): boolean {
  if ((pdf.array(config.get('OFF')) ?? []).length > 0) return true;
  const base = pdf.name(config.get('BaseState')) ?? 'ON';
  if (base === 'ON') return false;
  const on = new Set(numbersOf(pdf.array(config.get('ON')) ?? []));
  return numbersOf(layers).some((layer) => !on.has(layer));
}

const numbersOf = (values: Value[]) => values.map((value) => (value instanceof Ref ? value.number : -1));

/** Whether the state of a layer follows from what is done with the file. */
function changes(pdf: PdfFile, config: Dict): boolean {
  const rules = (pdf.array(config.get('AS')) ?? []).map((rule) => pdf.dict(rule));
  return rules.some((rule) => {
    const categories = (pdf.array(rule?.get('Category')) ?? []).map((one) => pdf.name(one) ?? '');
    const usages = (pdf.array(rule?.get('OCGs')) ?? []).map((layer) =>
      pdf.dict(pdf.dict(layer)?.get('Usage')),
    );
    return usages.some((usage) => categories.some((category) => usage && turnsOff(pdf, usage, category)));
  });
}

function turnsOff(pdf: PdfFile, usage: Dict, category: string): boolean {
  const told = pdf.dict(usage.get(category));
  const state = states[category];
  return told !== undefined && (state === undefined || pdf.name(told.get(state)) !== 'ON');
}
