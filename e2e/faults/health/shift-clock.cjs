// Loaded into a server before everything else (NODE_OPTIONS=-r): its clock then differs by SHIFT_CLOCK_MS, as a machine's whose time service failed.
const shift = Number(process.env.SHIFT_CLOCK_MS);
const Real = Date;
const now = () => Real.now() + shift;

globalThis.Date = new Proxy(Real, {
  construct: (_, args) => (args.length === 0 ? new Real(now()) : new Real(...args)),
  apply: () => new Real(now()).toString(),
  get: (date, name) => (name === 'now' ? now : date[name]),
});
