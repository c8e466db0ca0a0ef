/** One line of the page. */
export type Row = readonly [fault: string, none: string, kept: string, asked: string, goesOn: string];

/** The page of the table. */
export function documentOf(rows: readonly Row[]): string {
  return `# Faults, and what people see of them

Written by \`test/journey/faults.test.ts\`: a real Chromium, the demo's server, and between them a proxy that does what each
line says. The page has four widgets on one account, behind one client (\`createHealthClient\`); its clock is wound by the
test, and chance gives the longest pause that it may: times are the longest there are. The proxy counts what is asked for.
What engines other than Chromium see, \`test/browser/faults.test.ts\` and \`long-faults.test.ts\` play with msw.

- **Without a report** and **With one** say what the widgets show while it lasts. A widget that has a report goes on showing
  it, with its date and age, beside these words.
- **Requests** are those for the report, of all four widgets together, from the fault until the report is there. None is
  made before the time that the widget tells.
- **Goes on** says when the report is there again, by itself: nobody has to press "Try again".

| Fault | Without a report | With one | Requests | Goes on |
|---|---|---|---|---|
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}

Where changes are streamed (\`stream\`), the client comes back with the id that it heard last. The tests have events sent in
while the stream is broken: what they make of the score is shown as soon as it is there again, and asked for once.

Where nobody looks at the page, or it is offline, nothing is asked for; it goes on as soon as that ends. A refusal (403 and
other 4xx) is no fault that passes: it is asked for again when somebody presses "Try again", or comes back to the page.
\`fetchSource\`, which asks once, tries again as these lines say where the connection, the server or time failed, eight times
at most; what cannot be read it does not ask for again.
`;
}
