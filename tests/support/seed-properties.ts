import fc from 'fast-check';

// Where a change is judged the same texts are tried each time; elsewhere new ones, so that rare failures come to light.
if (process.env['CI'] === 'true') fc.configureGlobal({ seed: 20_261_121 });
