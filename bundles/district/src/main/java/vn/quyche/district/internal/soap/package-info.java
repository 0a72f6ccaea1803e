/** The SOAP door. */
package vn.quyche.district.internal.soap;
