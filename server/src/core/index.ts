/** The only door to the core: everything others may use, in reading order. */

export type { Answer } from './answers.ts';
export type { Binding, BoundSection, Match, SectionStatus } from './binding.ts';
export { bind, bindInSteps, contextOf, statusesInSteps, statusOf } from './binding.ts';
export { builtinTemplate, builtinTemplates } from './builtin.ts';
export type { CheckOptions, Finding } from './check.ts';
export { check, checkInSteps } from './check.ts';
export type { Choice } from './choice.ts';
export { chooseTemplate } from './choice.ts';
export type { Config, ConfigEntry, ConfigProblem, SectionOverride, Words } from './config.ts';
export { isBroken, parseConfig, unreadableConfig } from './config.ts';
export { configSchema } from './config-schema.ts';
export type { Shape } from './config-shape.ts';
export { configShape } from './config-shape.ts';
export type { Configured } from './configured.ts';
export { configured } from './configured.ts';
export type { Block, BlockItem, Section, SpecDocument } from './document.ts';
export { allSections, changedDocument, parseDocument } from './document.ts';
export type { Judged } from './drift.ts';
export { drift, judgedAsAdded } from './drift.ts';
export { completions, completionsInSteps } from './features/completion.ts';
export type { Completion, CompletionOptions } from './features/completion-item.ts';
export type { Definition } from './features/definition.ts';
export { definitions } from './features/definition.ts';
export { disableHere, followsTemplate, namingTemplate, notASpec } from './features/directives.ts';
export type { OutlineEntry } from './features/entries.ts';
export type { ExplainedPart, ExplainedRow, Overridden } from './features/explain.ts';
export { explainTemplate } from './features/explain.ts';
export { explainedMarkdown, explainedText } from './features/explained.ts';
export type { ChosenFix, Done, Fixed, FixWishes } from './features/fixing.ts';
export { fixed, insertMissing, safeFixes } from './features/fixing.ts';
export type { Fold } from './features/folding.ts';
export { folds, foldsInSteps } from './features/folding.ts';
export { guidanceMarkdown } from './features/guidance-markdown.ts';
export type { Hover, LineLink } from './features/hover.ts';
export { hover } from './features/hover.ts';
export type { ProposedEntry } from './features/init.ts';
export {
  agreementOf,
  configurationText,
  distance,
  entryAdded,
  likelyTemplates,
  mayBeDocument,
  proposedFiles,
  sampleOf,
} from './features/init.ts';
export type { Inlay } from './features/inlays.ts';
export { inlays, inlaysInSteps } from './features/inlays.ts';
export type { Insertion, Wanted } from './features/insertion.ts';
export { insertion, isOwed } from './features/insertion.ts';
export type { Lens } from './features/lenses.ts';
export { lenses } from './features/lenses.ts';
export type { NotApplicable } from './features/not-applicable.ts';
export { markNotApplicable } from './features/not-applicable.ts';
export type { OpenSection } from './features/open-sections.ts';
export { openSection, openSections } from './features/open-sections.ts';
export type { OutlineItem } from './features/outline.ts';
export { outline, outlineInSteps } from './features/outline.ts';
export type { Post } from './features/post.ts';
export { post, postInSteps } from './features/post.ts';
export type { Progress } from './features/progress.ts';
export { isAnswered, progress } from './features/progress.ts';
export { loudnessOf, rulePage } from './features/rule-page.ts';
export type { SectionChange } from './features/section-changes.ts';
export { sectionChanges } from './features/section-changes.ts';
export { shown } from './features/shown.ts';
export type { Symbol } from './features/symbols.ts';
export { symbols, symbolsInSteps } from './features/symbols.ts';
export { titleOf } from './features/title.ts';
export type { Token, TokenKind } from './features/tokens.ts';
export { tokens, tokensInSteps } from './features/tokens.ts';
export { idleReady } from './idle-ready.ts';
export type { Limit, LimitUnit } from './limits.ts';
export { documentInSteps, parsedInParts } from './parts.ts';
export type { Recognition, SpecDirective } from './recognise.ts';
export { directiveOf, isAside, isNeverSpec, isTemplatePath, looksLikeSpec, recognition } from './recognise.ts';
export { configurationProblem, mostChecked, reservedRules, templateProblem, tooLarge } from './reserved.ts';
export { rules } from './rules/index.ts';
export {
  type Fix,
  type Report,
  type Rule,
  type RuleContext,
  type RuleDocs,
  type RuleExample,
  type Severity,
  type Stage,
  severities,
} from './rules/rule.ts';
export type { Scaffold, ScaffoldOptions } from './scaffold.ts';
export { scaffold } from './scaffold.ts';
export { stageOf } from './stage.ts';
export type { Steps } from './steps.ts';
export type { IssueTemplate, SectionSpec, SpecTemplate } from './template.ts';
export { allSpecs, lineOf, parseTemplate } from './template.ts';
export { lackOfSections, readTemplate } from './template-file.ts';
export { closest } from './text/closest.ts';
export { mayBeFrontMatter } from './text/front-matter-span.ts';
export type { Hole } from './text/holes.ts';
export type { Position } from './text/line-index.ts';
export { LineIndex } from './text/line-index.ts';
export { fenced, table } from './text/markdown.ts';
export { patternProblem, segmentsOf } from './text/patterns.ts';
export type { Edit, Note, Span } from './text/span.ts';
export { applyEdits, contains } from './text/span.ts';
