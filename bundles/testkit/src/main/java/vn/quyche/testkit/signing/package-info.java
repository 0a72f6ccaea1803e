/** A remote signing service as a real HTTP server on this machine. */
package vn.quyche.testkit.signing;
