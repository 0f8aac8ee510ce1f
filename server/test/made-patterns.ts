/** Prints the patterns that the core puts together of words while it checks and mends each rule’s examples. */
const made = new Map<string, object>();
globalThis.RegExp = new Proxy(RegExp, {
  construct(target, [source, flags]: [string | RegExp, string?]) {
    const pattern = new target(source, flags);
    // Those of packages are not ours to mend.
    const isOurs = /server\/src\//.test(new Error().stack?.split('\n')[2] ?? '');
    if (isOurs) made.set(String(pattern), { from: 'put together', source: pattern.source, flags: pattern.flags });
    return pattern;
  },
});

export {};

const core = await import('../src/core/index.ts');
for (const { docs } of core.rules) {
  for (const { template, before } of docs.examples) {
    const context = core.contextOf(core.parseTemplate(template), core.parseDocument(before));
    for (const finding of core.check(context, core.rules, { stage: 'ready' })) finding.fixes();
  }
}
console.log(JSON.stringify(Array.from(made.values())));
