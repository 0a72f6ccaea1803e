/**
 * The signature engine: the only code that touches the embedded libraries, always through {@link EngineGate}.
 *
 * <p>Called by the services. Promises that a hostile file ends in a finding, never in a hang, and that no library is loaded
 * before the first file is checked.
 */
package vn.quyche.signing.internal.engine;
