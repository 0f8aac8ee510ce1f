/** The built-in template's text. Generated from templates/tech-spec.md by `npm run generate`; do not edit. */
export const builtinTemplate = '';
