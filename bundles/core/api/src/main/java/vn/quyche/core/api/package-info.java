/**
 * What every bundle shares: the mark that ties a rule to its clause, pages of long lists, Vietnamese text and time.
 *
 * <p>Called by everybody, implemented by nobody. Promises no state and no dependency but the JDK.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
