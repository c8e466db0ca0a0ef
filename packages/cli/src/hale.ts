#!/usr/bin/env node
process.stderr.write('hale is being built.\n');
process.exitCode = 2;
