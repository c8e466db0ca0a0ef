/**
 * `npm run demo:spark`: scores the demo's accounts on a local Spark cluster and fills the table of reports that
 * `npm run demo` serves. Takes the options of `npm run demo` that say which data: `--data DIR`, `--mapping FILE`.
 * Where Java or Python is missing it says so and ends with 1.
 */
import '../demo/night/main.ts';
