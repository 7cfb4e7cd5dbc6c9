<?php
// Asked for AES-256-GCM here as well, to show that this version does not listen.
$metadata['{ENTITY_ID}'] = [
    'AssertionConsumerService' => '{CONSUMER}',
    'keys' => [
        ['type' => 'X509Certificate', 'signing' => true, 'encryption' => false, 'X509Certificate' => '{SIGNING}'],
        ['type' => 'X509Certificate', 'signing' => false, 'encryption' => true, 'X509Certificate' => '{ENCRYPTION}'],
    ],
    'saml20.sign.assertion' => true,
    'saml20.sign.response' => true,
    'assertion.encryption' => true,
    'sharedkey_algorithm' => 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
    'validate.authnrequest' => true,
    'simplesaml.nameidattribute' => 'urn:oid:1.3.6.1.4.1.25484.494450.3',
];
