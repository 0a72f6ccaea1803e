package vn.quyche.group.internal.soap;

import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlRootElement;
import javax.xml.bind.annotation.XmlSchemaType;
import javax.xml.bind.annotation.XmlType;

/** The request for a page of the list, as the contract has it. */
@XmlRootElement(name = "listGroups", namespace = GroupListSoap.NAMESPACE)
@XmlType(
        name = "",
        propOrder = {"after", "size", "day"})
@XmlAccessorType(XmlAccessType.FIELD)
public final class ListGroups {

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String after;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    Integer size;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    @XmlSchemaType(name = "date")
    String day;
}
