/** One store of a database of the browser, whatever state that is in. */
export interface Database {
  /** Works on the store in one transaction; resolves once all is done, or nothing of it can be. */
  run(mode: IDBTransactionMode, work: (store: IDBObjectStore) => void): Promise<void>;
  close(): void;
}

/** What is kept of one report. Whatever runs in the page may have put something else there. */
export interface Row {
  /** The report as JSON. */
  readonly text: string;
  readonly etag: string | null;
  /** When it came, in ms since 1970. */
  readonly at: number;
}

const version = 1;
const store = 'reports';

/** A database that is opened with the first work there is for it. It never stands in the way of another page that deletes or changes it. */
export function openDatabase(factory: () => IDBFactory, name: string): Database {
  let connection: Promise<IDBDatabase | null> | null = null;

  function connect(): Promise<IDBDatabase | null> {
    return new Promise<IDBDatabase | null>((resolve) => {
      // Policies and sandboxes have the very name throw.
      const request = factory().open(name, version);
      request.onupgradeneeded = () => request.result.createObjectStore(store).createIndex('at', 'at');
      request.onblocked = () => resolve(null);
      request.onerror = (event) => {
        event.preventDefault();
        resolve(null);
      };
      request.onsuccess = () => {
        const database = request.result;
        const leave = () => {
          database.close();
          connection = null;
        };
        database.onversionchange = leave;
        database.onclose = leave;
        resolve(database);
      };
    }).catch(() => null);
  }

  return {
    async run(mode, work) {
      connection ??= connect();
      const database = await connection;
      if (!database) return;
      return new Promise((resolve) => {
        try {
          const transaction = database.transaction(store, mode);
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => resolve();
          work(transaction.objectStore(store));
        } catch {
          resolve();
        }
      });
    },
    close() {
      void connection?.then((database) => database?.close());
      connection = null;
    },
  };
}
