/** The sections that the built-in template asks for, in its order. */
export const sections = [
  'Summary',
  'Scope',
  'Data model',
  'User Stories',
  'Implementation Details',
  'APIs',
  'Security/Privacy',
  'Testing',
  'Open Questions',
  'Deployment',
] as const;
