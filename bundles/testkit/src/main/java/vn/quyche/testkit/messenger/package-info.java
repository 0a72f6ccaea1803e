/** Stands in for messaging platforms in tests. */
package vn.quyche.testkit.messenger;
