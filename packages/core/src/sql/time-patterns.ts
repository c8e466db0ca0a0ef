/**
 * Regular expressions for the whole of a text that is a day, and of one that is an instant as `parseInstant` takes it.
 * Digits are written out, since in some engines `\d` is the digits of every script. A cast takes other forms of time too.
 */
export const dayPattern = '[0-9]{4}-[0-9][0-9]-[0-9][0-9]';
export const timePattern = 'T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?Z';
export const instantPattern = dayPattern + timePattern;
