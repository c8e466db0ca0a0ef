/** Whether a document says of itself that it is a customer's view, of whatever version. */
export const isView = (document: unknown): boolean => String(Object(document).schema).startsWith('hale.customer/');
