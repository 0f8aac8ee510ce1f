/** Our own requests beyond LSP: who sends each, and why. Nothing is imported, so the client can read it whole. */

/** A method's name that carries its types. */
export interface Request<Params, Result> {
  readonly method: string;
  readonly types?: (params: Params) => Result;
}

/** Zero-based lines, columns in UTF-16 code units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Server to client: the text of a file that only the client can read (web, virtual workspaces); null where there is none. */
export const readText: Request<{ readonly uri: string }, string | null> = { method: 'techSpec/readText' };

/** Server to client: the workspace's files that match a glob, as URIs; it may be all that lie where the glob begins. */
export const listFiles: Request<{ readonly glob: string }, readonly string[]> = { method: 'techSpec/listFiles' };

/** Client to server: whether it still hears, asked where an answer is overdue. */
export const signOfLife: Request<undefined, null> = { method: 'techSpec/signOfLife' };

/** Where the built-in template can be opened: it has no file. Others are beside it, by their names. */
export const builtinUri = 'tech-spec:/tech-spec.md';

/** Client to server: what the outline view and the status bar show; null where the document is no spec. */
export const outline: Request<{ readonly uri: string }, Outline | null> = { method: 'techSpec/outline' };

/** Server to client, a notification: what `outline` answers has changed for another reason than typing (template, settings, stage). */
export const outlineChanged: { readonly method: string; readonly types?: (params: OutlineChanged) => void } = {
  method: 'techSpec/outlineChanged',
};

export interface OutlineChanged {
  /** The document whose stage changed, or whose file is there again; null where it may be all of them. */
  readonly uri: string | null;
}

export interface Outline {
  /** Of the document it was worked out for. */
  readonly version: number;
  readonly stage: 'draft' | 'ready';
  readonly template: { readonly name: string; readonly uri: string | null };
  readonly progress: { readonly done: number; readonly of: number };
  readonly sections: readonly OutlineSection[];
}

export type OutlineStatus = 'done' | 'empty' | 'unfinished' | 'guidance' | 'not-applicable' | 'missing' | 'overlong';

export interface OutlineSection {
  /** The template's name for it, without its final colon. */
  readonly name: string;
  /** Names it in `insertSections`. */
  readonly path: string;
  readonly status: OutlineStatus;
  readonly required: boolean;
  /** It is still to come, and the document a draft: nothing to be marked yet. */
  readonly toCome: boolean;
  /** Markdown: what the template says under it. */
  readonly guidance: string;
  /** Zero-based: the template's, of its heading. */
  readonly line: number;
  /** The limit in the template's words: “1-2 sentences”, or null. */
  readonly limit: string | null;
  /** The whole section in the document; null where it is missing. */
  readonly range: Range | null;
  /** Its heading; null where it is missing. */
  readonly heading: Range | null;
  /** It is owed, or begun, and has no answer yet. */
  readonly isOpen: boolean;
  /** `markNotApplicable` would answer it. */
  readonly takesNotApplicable: boolean;
  /** What it lists itself: user stories, endpoints, questions. */
  readonly entries: readonly OutlineEntry[];
  readonly children: readonly OutlineSection[];
}

export interface OutlineEntry {
  readonly name: string;
  readonly range: Range;
  readonly children: readonly OutlineEntry[];
}

/** Client to server: the edits that put sections in: those of `paths`, or all that are missing where it is null. Null where the document is no spec and `force` is false. */
export const insertSections: Request<InsertSectionsParams, Insertion | null> = { method: 'techSpec/insertSections' };

export interface InsertSectionsParams {
  readonly uri: string;
  readonly paths: readonly string[] | null;
  /** What stands under the heading. */
  readonly body: 'guidance' | 'not-applicable';
  /** Insert the default template's sections also into a document that is not yet a spec. */
  readonly force: boolean;
}

export interface Insertion {
  readonly version: number;
  readonly edits: readonly TextEdit[];
  /** In the text as edited: the first inserted guidance, or behind `N/A – `. Null where nothing was inserted. */
  readonly selection: Range | null;
}

/** Client to server: the edits that answer a section with “N/A”: that of a path in the outline, else the innermost one at a position. Null where the document is no spec. */
export const markNotApplicable: Request<MarkNotApplicableParams, Insertion | Refusal | null> = {
  method: 'techSpec/markNotApplicable',
};

export interface MarkNotApplicableParams {
  readonly uri: string;
  readonly at: Position | { readonly path: string };
}

/** Why nothing is changed: the section has an answer, must have another one, or there is none at that place. */
export interface Refusal {
  readonly refused: 'answered' | 'lead' | 'none';
  readonly name: string;
}

/** Client to server: the next or previous section that is not answered yet, around the document's end; null where none is left. */
export const openSection: Request<OpenSectionParams, OpenSection | null> = { method: 'techSpec/openSection' };

export interface OpenSectionParams {
  readonly uri: string;
  readonly position: Position;
  readonly direction: 'next' | 'previous';
}

export interface OpenSection {
  readonly name: string;
  /** The guidance to type over, or the empty place under the heading; for a missing section, the heading it would follow. */
  readonly selection: Range;
  readonly missing: boolean;
}

/** Client to server: switches the document's stage for as long as it is open, and says what is left. */
export const readiness: Request<ReadinessParams, Readiness | null> = { method: 'techSpec/readiness' };

export interface ReadinessParams {
  readonly uri: string;
  readonly stage: 'draft' | 'ready';
}

export interface Readiness {
  readonly progress: { readonly done: number; readonly of: number };
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: 'error' | 'warning' | 'information' | 'hint';
    readonly message: string;
    readonly section: string | null;
    readonly range: Range;
  }[];
}

/** Client to server: which template a document follows and why, and what was understood of it; null where it cannot be read. */
export const explain: Request<ExplainParams, Explained | null> = { method: 'techSpec/explain' };

export interface ExplainParams {
  readonly uri: string;
  /** A template may be asked about as what it is, or as if it were a document. What is no Markdown is always a template. */
  readonly as: 'document' | 'template';
}

export interface Explained {
  readonly title: string;
  readonly markdown: string;
}

/** Client to server: which documents would follow a file as their template, tried out before anything is written; null where the file cannot be read. */
export const proposeTemplate: Request<ProposeTemplateParams, TemplateProposal | null> = {
  method: 'techSpec/proposeTemplate',
};

export interface ProposeTemplateParams {
  readonly uri: string;
  /** Patterns of the documents, from the folder of the configuration; null leaves them to be found. */
  readonly files: readonly string[] | null;
}

export interface TemplateProposal {
  /** “template.md, 9 sections; docs/*.md, 12 documents; the last 10 by name: 2 findings”. */
  readonly summary: string;
  /** Empty where no document answers to it. */
  readonly files: readonly string[];
  /** The loudest. */
  readonly findings: readonly {
    readonly uri: string;
    readonly path: string;
    readonly range: Range;
    readonly message: string;
  }[];
  readonly configuration: {
    readonly uri: string;
    /** It is there: what is to be added to it; null where it is to be created. */
    readonly edit: TextEdit | null;
    /** The whole file, as it would be. */
    readonly text: string;
  };
  /** Why nothing can be written; null where it can. */
  readonly problem: string | null;
}

/** Client to server: other templates that a document could follow; null where it lies in no folder of the workspace. */
export const templateChoices: Request<{ readonly uri: string }, TemplateChoices | null> = {
  method: 'techSpec/templateChoices',
};

export interface TemplateChoices {
  /** The likeliest first. */
  readonly templates: readonly { readonly uri: string; readonly path: string }[];
  /** The file that says which documents follow which template, where there is one, and the line of the entry in force. */
  readonly configuration: { readonly uri: string; readonly line: number } | null;
}

/** Client to server: the edits that make a document name its template itself, or say that it is no spec where that is null. Null where it cannot. */
export const useTemplate: Request<UseTemplateParams, DocumentEdits | null> = { method: 'techSpec/useTemplate' };

export interface UseTemplateParams {
  readonly uri: string;
  readonly template: string | null;
}

export interface DocumentEdits {
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** Server to client, a notification: something the user must know, with a button that opens a setting or file. */
export const templateTrouble: { readonly method: string; readonly types?: (params: TemplateTrouble) => void } = {
  method: 'techSpec/templateTrouble',
};

export interface TemplateTrouble {
  readonly message: string;
  /** What the file to open is. */
  readonly kind: 'template' | 'configuration';
  /** Where there is a file to open. */
  readonly uri: string | null;
}

/** What the client sends in `initializationOptions`. */
export interface InitializationOptions {
  readonly symbols?: 'on' | 'off';
  /** The client answers `readText` and `listFiles`, and takes `outlineChanged` and `templateTrouble`. */
  readonly files?: boolean;
  /** The client itself shows the built-in templates, `tech-spec:/tech-spec.md` and those beside it. One that asks for `workspace/textDocumentContent` need not say so. */
  readonly builtinTemplate?: boolean;
  /** `own`: the client's manifest maps `tokenTypes`. Else the nearest standard types are used. */
  readonly tokenTypes?: 'own' | 'standard';
  /** `editor`: the client's manifest contributes our snippets, and the editor lists them. Else they are completions of the server. */
  readonly snippets?: 'editor' | 'server';
}

/** Our own semantic token types, in the order of their numbers. */
export const tokenTypes = [
  'techSpecSection',
  'techSpecNotApplicable',
  'techSpecUnfinished',
  'techSpecPlaceholder',
] as const;
