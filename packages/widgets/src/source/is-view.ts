/** Whether a document says of itself that it is a customer's view, of whatever version. */
export const isView = (document: unknown): boolean => {
  const { schema } = Object(document);
  return typeof schema === 'string' && schema.startsWith('hale.customer/');
};
