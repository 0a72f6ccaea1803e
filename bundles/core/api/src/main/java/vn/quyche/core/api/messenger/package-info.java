/**
 * What the register of groups and the connections to messaging platforms tell each other.
 *
 * <p>{@link vn.quyche.core.api.messenger.OfficialGroups} is registered by the bundle that keeps the register,
 * {@link vn.quyche.core.api.messenger.GroupPlatform} by the one that is connected to platforms; each works without the other.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.messenger;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
