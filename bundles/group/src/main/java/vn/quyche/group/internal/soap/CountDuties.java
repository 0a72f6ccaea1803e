package vn.quyche.group.internal.soap;

import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlRootElement;
import javax.xml.bind.annotation.XmlSchemaType;
import javax.xml.bind.annotation.XmlType;

/** The request for the counts of the duties of some months, as the contract has it. */
@XmlRootElement(name = "countDuties", namespace = GroupListSoap.NAMESPACE)
@XmlType(
        name = "",
        propOrder = {"from", "to"})
@XmlAccessorType(XmlAccessType.FIELD)
public final class CountDuties {

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    @XmlSchemaType(name = "gYearMonth")
    String from;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    @XmlSchemaType(name = "gYearMonth")
    String to;
}
