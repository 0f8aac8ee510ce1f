/** For `npm run coverage`: what the tests start in processes of their own is not counted, since what was run in both could not be added up. */
delete process.env.NODE_V8_COVERAGE;
