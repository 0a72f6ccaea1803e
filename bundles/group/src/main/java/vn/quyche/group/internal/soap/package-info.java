/** The SOAP door {@code /soap/group/v1}; the contract is {@code wsdl/group.wsdl}. */
package vn.quyche.group.internal.soap;
