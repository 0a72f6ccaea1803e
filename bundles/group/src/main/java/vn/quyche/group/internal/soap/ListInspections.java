package vn.quyche.group.internal.soap;

import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlRootElement;
import javax.xml.bind.annotation.XmlSchemaType;
import javax.xml.bind.annotation.XmlType;

/** The request for a page of the signed reports of some months, as the contract has it. */
@XmlRootElement(name = "listInspections", namespace = GroupListSoap.NAMESPACE)
@XmlType(
        name = "",
        propOrder = {"from", "to", "after", "size"})
@XmlAccessorType(XmlAccessType.FIELD)
public final class ListInspections {

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    @XmlSchemaType(name = "gYearMonth")
    String from;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    @XmlSchemaType(name = "gYearMonth")
    String to;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String after;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    Integer size;
}
