/**
 * What bundles contribute to the web interface, in plain Java: entries, pages, cards and texts.
 *
 * <p>The shell in {@code core.web} owns the servlet, the session, the CSRF token, the layout and the macros; a bundle gives
 * handlers and templates. Everything appears and vanishes with the bundle.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.ui;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
