/**
 * One act of a service: permission, rule, store, audit and event in one transaction.
 *
 * <p>Every service changes things through {@link vn.quyche.core.api.act.Acts}, so that no door and no service can forget the
 * permission or the audit line. Implemented by {@code core.security}.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.act;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
