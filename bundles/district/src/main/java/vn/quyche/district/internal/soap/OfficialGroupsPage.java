package vn.quyche.district.internal.soap;

import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlRootElement;
import javax.xml.bind.annotation.XmlSchemaType;
import javax.xml.bind.annotation.XmlType;

/** A page of the list, as the contract has it. */
@XmlRootElement(name = "officialGroups", namespace = OfficialListSoap.NAMESPACE)
@XmlType(
        name = "",
        propOrder = {"day", "group", "next"})
@XmlAccessorType(XmlAccessType.FIELD)
public final class OfficialGroupsPage {

    @XmlElement(namespace = OfficialListSoap.NAMESPACE, required = true)
    @XmlSchemaType(name = "date")
    String day;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    List<OfficialGroup> group = new ArrayList<>();

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String next;
}
