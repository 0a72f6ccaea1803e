/** Loads the invented school through the public services. Used by nobody; started with the demo feature only. */
package vn.quyche.demo.internal;
