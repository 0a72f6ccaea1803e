/**
 * Who is in a group on its platform, and by which account: declared lists, attestations, accounts, operations handed on, posts of
 * groups that fell vacant. Clauses BC.1.2, BC.4.5, BC.5.3, BC.6.1, BC.6.2, BC.6.5, TB.5.
 *
 * <p>Called by the doors of the bundle; implemented in {@code internal/service}.
 */
@Export
@Version("1.0.0")
package vn.quyche.group.api.members;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
