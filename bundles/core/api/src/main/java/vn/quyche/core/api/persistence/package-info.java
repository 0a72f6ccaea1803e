/**
 * Transactions, ids, jobs and leases over one database.
 *
 * <p>Stores use {@code org.apache.aries.jpa.template.JpaTemplate} of their unit; inside {@link
 * vn.quyche.core.api.persistence.Tx} all units share one connection and one commit. Implemented by
 * {@code core.persistence}.
 */
@Export
@Version("1.1.0")
package vn.quyche.core.api.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
