/**
 * What a backup is: one ZIP file with everything that a school has and a manifest that proves it.
 *
 * <p>The launcher writes it for a school that is stopped, and restores it; {@code core/persistence} has these classes in
 * itself and writes it for a school that works. Plain JDK.
 */
package vn.quyche.launcher.backup;
