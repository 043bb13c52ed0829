/** The employer's parameters: the service agreement as data. */
package org.feierabend.policy;
