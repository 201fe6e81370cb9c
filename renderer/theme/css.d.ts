/** The bundler handles style sheets; the compiler only has to accept the imports. */
declare module '*.css'
