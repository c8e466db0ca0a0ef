#!/usr/bin/env -S node --conditions=@hale/source --disable-warning=ExperimentalWarning
// `hale` in a checkout, where nothing need be built: it runs the sources. What is published runs dist/hale.js.
import '../src/hale.ts';
