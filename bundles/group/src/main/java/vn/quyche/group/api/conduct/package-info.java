/**
 * How people behave in the groups: violations and incidents that are reported, changes that are asked for, suggestions, and
 * who may post.
 *
 * <p>Called by the doors of this bundle and by tests. Promises that only those who handle a report learn who made it.
 */
@Export
@Version("1.0.0")
package vn.quyche.group.api.conduct;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
