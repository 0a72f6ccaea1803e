/**
 * Questions to the members of a group: only its leader puts them, for a time, and each member answers once.
 *
 * <p>Called by the doors of this bundle and by tests. Promises that nobody but a leader consults a group, and that only
 * leaders read the answers.
 */
@Export
@Version("1.0.0")
package vn.quyche.group.api.consultation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
