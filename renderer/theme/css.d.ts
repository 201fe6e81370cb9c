/** Style sheets are the bundler's business; the compiler only has to know that they may be imported. */
declare module '*.css'
