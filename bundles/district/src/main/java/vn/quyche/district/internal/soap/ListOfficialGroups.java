package vn.quyche.district.internal.soap;

import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlRootElement;
import javax.xml.bind.annotation.XmlSchemaType;
import javax.xml.bind.annotation.XmlType;

/** The request for a page of the list, as the contract has it. */
@XmlRootElement(name = "listOfficialGroups", namespace = OfficialListSoap.NAMESPACE)
@XmlType(
        name = "",
        propOrder = {"after", "size", "day", "schoolCode"})
@XmlAccessorType(XmlAccessType.FIELD)
public final class ListOfficialGroups {

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String after;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    Integer size;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    @XmlSchemaType(name = "date")
    String day;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String schoolCode;
}
