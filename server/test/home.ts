/** The programs that tests start keep nothing of what they compile in the home of whoever runs the tests. */
process.env.NODE_DISABLE_COMPILE_CACHE = '1';
