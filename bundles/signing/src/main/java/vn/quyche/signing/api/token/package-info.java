/**
 * The school's signing tokens: the register, who has each of them, what each may sign, what was signed with it, and what
 * happens when one is lost. Clauses MT.11.1 to MT.11.7.
 *
 * <p>Called by the doors of the bundle, and by what signs ({@link vn.quyche.signing.api.token.TokenGuard}); implemented in
 * {@code internal/service}.
 */
@Export
@Version("1.0.0")
package vn.quyche.signing.api.token;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
