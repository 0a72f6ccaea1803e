/** Talks to the virus scanner. */
package vn.quyche.core.screening.internal.virus;
