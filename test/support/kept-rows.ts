/** The database of a cache of this name. */
const databaseOf = (name: string): string => `hale:${name}`;

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Works on what a cache keeps, as any other script of the page could. */
export async function inDatabase<T>(
  name: string,
  work: (store: IDBObjectStore) => IDBRequest<T>,
  version?: number,
): Promise<T> {
  const database = await done(indexedDB.open(databaseOf(name), version));
  try {
    return await done(work(database.transaction('reports', 'readwrite').objectStore('reports')));
  } finally {
    database.close();
  }
}

/** The keys of all that a cache keeps. */
export const keysOf = (name: string): Promise<IDBValidKey[]> => inDatabase(name, (store) => store.getAllKeys());

/** Makes a database of another version, or another shape, where a cache would make its own. */
export async function occupy(name: string, version: number): Promise<void> {
  const database = await done(indexedDB.open(databaseOf(name), version));
  database.close();
}

/** Deletes the database of a cache; resolves once it is gone. */
export async function dispose(name: string): Promise<void> {
  await done(indexedDB.deleteDatabase(databaseOf(name)));
}
