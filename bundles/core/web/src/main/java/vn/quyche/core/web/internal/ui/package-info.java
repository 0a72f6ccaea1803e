/**
 * The shell of the web interface: one front servlet that dispatches to the pages that bundles contribute, with session,
 * CSRF token, security headers, languages, frame and macros. How a bundle writes pages: {@code docs/ui-guide.md}.
 */
package vn.quyche.core.web.internal.ui;
