/**
 * The program behind {@code ./quyche} and {@code quyche.cmd}: runs a school, builds and tests the platform.
 *
 * <p>Plain JDK, so that it runs in a fresh checkout before anything is built. {@link vn.quyche.launcher.Quyche} is its
 * door; what it cannot do it says as a {@link vn.quyche.launcher.Refusal}, in one line.
 */
package vn.quyche.launcher;
