/**
 * What every shell command of ours extends: the caller from the signed-in subject, tables or JSON, errors in one line.
 *
 * <p>Used by the commands of all bundles ({@code internal/shell}). Karaf makes the commands; {@code @Reference} fields of the
 * subclass are injected by it.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.security.shell;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
