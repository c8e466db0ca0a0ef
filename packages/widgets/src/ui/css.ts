/** Stylesheets of a widget, in the order in which later ones win: texts that `css` made, and lists of them. */
export type Styles = string | readonly Styles[];

/** A stylesheet as text. The build finds it by this name, and takes out what no browser reads. */
export const css = (sheet: TemplateStringsArray): string => sheet.join('');

/** Stylesheets as one text. */
export const textOf = (styles: Styles): string => [styles].flat(9).join('\n');
